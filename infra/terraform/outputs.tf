output "stack_ids" {
  description = "ARN of each stack, by part: data, edge, platform and traffic."
  value = {
    data     = aws_cloudformation_stack.data.id
    edge     = aws_cloudformation_stack.edge.id
    platform = aws_cloudformation_stack.platform.id
    traffic  = aws_cloudformation_stack.traffic.id
  }
}

output "name_servers" {
  description = "Name servers that the parent of the stage's domain must delegate to; null where the zone is another stage's."
  value       = lookup(aws_cloudformation_stack.data.outputs, "NameServers", null)
}

output "search_endpoint" {
  description = "SEARCH_ENDPOINT of `npm run reindex -- --aws`."
  value       = aws_cloudformation_stack.platform.outputs["SearchEndpoint"]
}

output "table_name" {
  description = "TABLE_NAME of `npm run reindex -- --aws`."
  value       = aws_cloudformation_stack.platform.outputs["TableName"]
}

output "media_bucket" {
  description = "MEDIA_BUCKET of `npm run reindex -- --aws`."
  value       = aws_cloudformation_stack.platform.outputs["MediaBucket"]
}

output "stack_outputs" {
  description = "Every output of every stack, by part."
  value = {
    data     = aws_cloudformation_stack.data.outputs
    edge     = aws_cloudformation_stack.edge.outputs
    platform = aws_cloudformation_stack.platform.outputs
    traffic  = aws_cloudformation_stack.traffic.outputs
  }
}
