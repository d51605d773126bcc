"""A plan becomes the brief: findings worded, cited, upheld or dropped, and everything put together with its receipt."""
