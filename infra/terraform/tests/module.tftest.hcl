# The module's plan, with a provider that answers as told: nothing of AWS is asked.

mock_provider "aws" {
  override_data {
    target = data.aws_caller_identity.current
    values = { account_id = "111122223333" }
  }
  override_data {
    target = data.aws_partition.current
    values = { dns_suffix = "amazonaws.com" }
  }
  override_data {
    target = data.aws_region.current
    values = { name = "eu-central-1" }
  }
}

mock_provider "aws" {
  alias = "edge"
  override_data {
    target = data.aws_region.edge
    values = { name = "us-east-1" }
  }
}

variables {
  package = "tests/package.json"
  stage   = "staging"
}

run "every_stack_has_its_template_in_its_region" {
  command = plan

  assert {
    condition     = aws_cloudformation_stack.data.template_url == "https://cdk-hnb659fds-assets-111122223333-eu-central-1.s3.eu-central-1.amazonaws.com/d.json"
    error_message = "The stack of data reads its template from the bucket of its region. Received: ${aws_cloudformation_stack.data.template_url}"
  }
  assert {
    condition     = aws_cloudformation_stack.edge[0].template_url == "https://cdk-hnb659fds-assets-111122223333-us-east-1.s3.us-east-1.amazonaws.com/e.json"
    error_message = "The stack of the edge reads its template from us-east-1. Received: ${aws_cloudformation_stack.edge[0].template_url}"
  }
  assert {
    condition     = aws_cloudformation_stack.platform[0].name == "Artissist-staging"
    error_message = "Stacks carry the names of synthesis."
  }
}

run "what_is_kept_comes_alone_until_the_domain_is_delegated" {
  command = plan
  variables {
    data_only = true
  }

  assert {
    condition     = length(aws_cloudformation_stack.edge) + length(aws_cloudformation_stack.platform) + length(aws_cloudformation_stack.traffic) == 0
    error_message = "Nothing is made that waits for a certificate."
  }
  assert {
    condition     = aws_cloudformation_stack.data.name == "ArtissistData-staging"
    error_message = "The stack of data has the zone to delegate to."
  }
}

run "files_go_where_their_stacks_look" {
  command = plan

  assert {
    condition     = toset(keys(aws_s3_object.asset)) == toset(["d.json", "p.json", "shared.zip"])
    error_message = "The stage's bucket holds what its stacks need, each once."
  }
  assert {
    condition     = toset(keys(aws_s3_object.edge_asset)) == toset(["e.json", "shared.zip", "t.json"])
    error_message = "The bucket of us-east-1 holds what the edge needs."
  }
}

run "what_is_kept_cannot_be_replaced" {
  command = plan

  assert {
    condition     = strcontains(aws_cloudformation_stack.data.policy_body, "AWS::DynamoDB::Table")
    error_message = "A protected stack refuses to replace its table."
  }
}

run "an_account_that_is_bootstrapped_keeps_its_bucket" {
  command = plan

  assert {
    condition     = length(module.bootstrap) == 0 && length(module.bootstrap_edge) == 0
    error_message = "Nothing of the bootstrap is made unless asked for."
  }
}

run "bootstraps_both_regions" {
  command = plan

  variables {
    bootstrap = true
  }

  assert {
    condition     = length(module.bootstrap) == 1 && length(module.bootstrap_edge) == 1
    error_message = "Each region has a bucket of its own."
  }
}

run "another_stage_than_was_packed_is_refused" {
  command = plan

  variables {
    stage = "prod"
  }

  expect_failures = [aws_cloudformation_stack.data]
}

run "a_stage_that_there_is_not_is_refused" {
  command = plan

  variables {
    stage = "production"
  }

  expect_failures = [var.stage]
}
