# A root that deploys staging to eu-central-1: `node infra/terraform/pack.ts` first, then `terraform init && terraform apply` here.

terraform {
  required_version = ">= 1.7"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.60, < 7.0"
    }
  }
}

variable "region" {
  description = "Region of the stage, as it was packed (ARTISSIST_REGION)."
  type        = string
  default     = "eu-central-1"
}

provider "aws" {
  region = var.region
}

provider "aws" {
  alias  = "edge"
  region = "us-east-1"
}

module "artissist" {
  source = "../"

  package   = "${path.module}/../../../cdk.out/terraform.json"
  stage     = "staging"
  bootstrap = true
  tags      = { team = "portfolios" }

  providers = {
    aws      = aws
    aws.edge = aws.edge
  }
}

output "name_servers" {
  description = "What the parent domain delegates to."
  value       = module.artissist.name_servers
}
