output "stack_ids" {
  description = "ARN of each stack, by part: data, edge, platform and traffic; null where only data is made."
  value = {
    data     = aws_cloudformation_stack.data.id
    edge     = one(aws_cloudformation_stack.edge[*].id)
    platform = one(aws_cloudformation_stack.platform[*].id)
    traffic  = one(aws_cloudformation_stack.traffic[*].id)
  }
}

output "name_servers" {
  description = "Name servers that the parent of the stage's domain must delegate to; null where the zone is another stage's."
  value       = lookup(aws_cloudformation_stack.data.outputs, "NameServers", null)
}

output "search_endpoint" {
  description = "SEARCH_ENDPOINT of `npm run reindex -- --aws`."
  value       = try(aws_cloudformation_stack.platform[0].outputs["SearchEndpoint"], null)
}

output "table_name" {
  description = "TABLE_NAME of `npm run reindex -- --aws`."
  value       = try(aws_cloudformation_stack.platform[0].outputs["TableName"], null)
}

output "media_bucket" {
  description = "MEDIA_BUCKET of `npm run reindex -- --aws`."
  value       = try(aws_cloudformation_stack.platform[0].outputs["MediaBucket"], null)
}

output "stack_outputs" {
  description = "Every output of every stack, by part."
  value = {
    data     = aws_cloudformation_stack.data.outputs
    edge     = one(aws_cloudformation_stack.edge[*].outputs)
    platform = one(aws_cloudformation_stack.platform[*].outputs)
    traffic  = one(aws_cloudformation_stack.traffic[*].outputs)
  }
}
