# A root that deploys staging: `node infra/terraform/pack.ts` first, then as README.md of the module says.

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
  default     = "us-east-1"
}

variable "data_only" {
  description = "Whether only what is kept is made: the first time, until the domain is delegated."
  type        = bool
  default     = false
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
  data_only = var.data_only
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
