variable "package" {
  description = "File that `node infra/terraform/pack.ts` wrote: the stacks of one stage and the files that they need."
  type        = string
  default     = "../../cdk.out/terraform.json"

  validation {
    condition     = fileexists(var.package)
    error_message = "There is no such file. Run `node infra/terraform/pack.ts` with the settings of the stage first."
  }
}

variable "stage" {
  description = "Stage that is deployed; it must be the one that was packed."
  type        = string

  validation {
    condition     = can(regex("^(dev|staging|prod|pr-[1-9][0-9]{0,5})$", var.stage))
    error_message = "The stage must be dev, staging, prod or pr-<number>."
  }
}

variable "bootstrap" {
  description = "Whether to make what `cdk bootstrap` makes and the templates ask for: the bucket of assets and the parameter with its version. Leave it false in an account that was bootstrapped."
  type        = bool
  default     = false
}

variable "data_only" {
  description = "Whether to make the stack of data alone, whose output name_servers the domain is delegated to: the first time, since the others wait for a certificate, and that for the delegation. True later takes the others away."
  type        = bool
  default     = false
}

variable "tags" {
  description = "Tags of every stack, beside those of synthesis."
  type        = map(string)
  default     = {}

  validation {
    condition     = alltrue([for key, value in var.tags : length(key) <= 128 && length(value) <= 256 && !startswith(lower(key), "aws:")])
    error_message = "A key has at most 128 characters and does not begin with aws:, a value at most 256."
  }
}

variable "notification_arns" {
  description = "SNS topics that hear of every change of a stack, in the stage's region."
  type        = list(string)
  default     = []

  validation {
    condition     = length(var.notification_arns) <= 5 && alltrue([for arn in var.notification_arns : can(regex("^arn:aws[a-z-]*:sns:", arn))])
    error_message = "At most five ARNs of SNS topics."
  }
}

variable "execution_role_arn" {
  description = "Role that CloudFormation makes resources with; the caller's own unless told."
  type        = string
  default     = null

  validation {
    condition     = var.execution_role_arn == null || can(regex("^arn:aws[a-z-]*:iam::[0-9]{12}:role/", coalesce(var.execution_role_arn, "-")))
    error_message = "It must be the ARN of a role."
  }
}

variable "timeout_in_minutes" {
  description = "How long the creation of a stack may take."
  type        = number
  default     = 90

  validation {
    condition     = var.timeout_in_minutes >= 30 && var.timeout_in_minutes <= 360
    error_message = "From 30 to 360 minutes: a distribution and a certificate take their time."
  }
}
