# Main
resource "aws_s3_bucket" "{{name}}" {
  bucket = "x-${var.env}-{"
  tags = {
    A = "b"
  }
  lifecycle {
    prevent_destroy = true
  }
  policy = <<-EOF
    { "don't": 
  EOF
}

variable "x" { type = string }
locals {
  a = 1
}
