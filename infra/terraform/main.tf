# The stacks that `cdk synth` makes, one aws_cloudformation_stack each, in the order in which they need one another. What
# is in them is said once, in infra/aws.

data "aws_caller_identity" "current" {}
data "aws_partition" "current" {}

data "aws_region" "current" {}
data "aws_region" "edge" {
  provider = aws.edge
}

locals {
  package = jsondecode(file(var.package))
  folder  = dirname(var.package)
  stacks  = local.package.stacks
  account = data.aws_caller_identity.current.account_id
  buckets = {
    for home, region in { here = local.package.region, edge = "us-east-1" } :
    home => replace(replace(local.package.bucket, "$${AWS::AccountId}", local.account), "$${AWS::Region}", region)
  }
  # Stacks of the stage's region find their files in its bucket, the edge's in that of us-east-1, which may be the same.
  assets = {
    for asset in distinct(concat(local.stacks.data.assets, local.stacks.platform.assets)) : asset.key => asset.file
  }
  edge_assets = {
    for asset in distinct(concat(local.stacks.edge.assets, local.stacks.traffic.assets)) : asset.key => asset.file
  }
  edge_parts = ["edge", "traffic"]
  template_urls = {
    for part, stack in local.stacks : part => format(
      "https://%s.s3.%s.%s/%s",
      contains(local.edge_parts, part) ? local.buckets.edge : local.buckets.here,
      contains(local.edge_parts, part) ? "us-east-1" : local.package.region,
      data.aws_partition.current.dns_suffix,
      stack.template_key,
    )
  }
  shared_bucket = local.package.region == "us-east-1"
}

module "bootstrap" {
  source = "./bootstrap"
  count  = var.bootstrap ? 1 : 0
  bucket = local.buckets.here
}

module "bootstrap_edge" {
  source    = "./bootstrap"
  count     = var.bootstrap && !local.shared_bucket ? 1 : 0
  bucket    = local.buckets.edge
  providers = { aws = aws.edge }
}

# Keys carry the hash of what is in them, so an object is never changed, only added.
resource "aws_s3_object" "asset" {
  for_each = local.shared_bucket ? merge(local.assets, local.edge_assets) : local.assets

  bucket = local.buckets.here
  key    = each.key
  source = "${local.folder}/${each.value}"

  depends_on = [module.bootstrap]
}

resource "aws_s3_object" "edge_asset" {
  for_each = local.shared_bucket ? {} : local.edge_assets
  provider = aws.edge

  bucket = local.buckets.edge
  key    = each.key
  source = "${local.folder}/${each.value}"

  depends_on = [module.bootstrap_edge]
}

# What outlives every change of code. Terraform cannot set termination protection, so a stack policy keeps what holds
# data from being replaced or taken out by an update.
resource "aws_cloudformation_stack" "data" {
  name               = local.stacks.data.name
  template_url       = local.template_urls.data
  capabilities       = ["CAPABILITY_NAMED_IAM"]
  iam_role_arn       = var.execution_role_arn
  notification_arns  = var.notification_arns
  on_failure         = "ROLLBACK"
  timeout_in_minutes = var.timeout_in_minutes
  tags               = merge(local.stacks.data.tags, var.tags)
  policy_body        = local.stacks.data.protected ? local.keep_data : null

  depends_on = [aws_s3_object.asset]

  lifecycle {
    precondition {
      condition     = local.package.stage == var.stage
      error_message = "The package is of stage ${local.package.stage}, not ${var.stage}. Run `node infra/terraform/pack.ts` with ARTISSIST_STAGE=${var.stage}."
    }
    precondition {
      condition     = data.aws_region.current.name == local.package.region
      error_message = "The stage stands in ${local.package.region}; the provider aws is set to ${data.aws_region.current.name}."
    }
    precondition {
      condition     = data.aws_region.edge.name == "us-east-1"
      error_message = "The provider aws.edge must be set to us-east-1, where CloudFront reads certificates and firewalls."
    }
  }
}

# What CloudFront takes from us-east-1.
resource "aws_cloudformation_stack" "edge" {
  count    = var.data_only ? 0 : 1
  provider = aws.edge

  name               = local.stacks.edge.name
  template_url       = local.template_urls.edge
  capabilities       = ["CAPABILITY_NAMED_IAM"]
  iam_role_arn       = var.execution_role_arn
  on_failure         = "ROLLBACK"
  timeout_in_minutes = var.timeout_in_minutes
  tags               = merge(local.stacks.edge.tags, var.tags)

  depends_on = [aws_s3_object.asset, aws_s3_object.edge_asset, aws_cloudformation_stack.data]
}

# What is made anew from code.
resource "aws_cloudformation_stack" "platform" {
  count = var.data_only ? 0 : 1

  name               = local.stacks.platform.name
  template_url       = local.template_urls.platform
  capabilities       = ["CAPABILITY_NAMED_IAM"]
  iam_role_arn       = var.execution_role_arn
  notification_arns  = var.notification_arns
  on_failure         = "ROLLBACK"
  timeout_in_minutes = var.timeout_in_minutes
  tags               = merge(local.stacks.platform.tags, var.tags)

  depends_on = [aws_s3_object.asset, aws_cloudformation_stack.edge]
}

# Delivery of CloudFront's log, which AWS wants in us-east-1 and after the distribution.
resource "aws_cloudformation_stack" "traffic" {
  count    = var.data_only ? 0 : 1
  provider = aws.edge

  name               = local.stacks.traffic.name
  template_url       = local.template_urls.traffic
  capabilities       = ["CAPABILITY_NAMED_IAM"]
  iam_role_arn       = var.execution_role_arn
  on_failure         = "ROLLBACK"
  timeout_in_minutes = var.timeout_in_minutes
  tags               = merge(local.stacks.traffic.tags, var.tags)

  depends_on = [aws_s3_object.asset, aws_s3_object.edge_asset, aws_cloudformation_stack.platform]
}

locals {
  keep_data = jsonencode({
    Statement = [
      { Effect = "Allow", Principal = "*", Action = "Update:*", Resource = "*" },
      {
        Effect    = "Deny"
        Principal = "*"
        Action    = ["Update:Replace", "Update:Delete"]
        Resource  = "*"
        Condition = {
          StringEquals = {
            ResourceType = ["AWS::DynamoDB::Table", "AWS::S3::Bucket", "AWS::Cognito::UserPool", "AWS::KMS::Key"]
          }
        }
      },
    ]
  })
}
