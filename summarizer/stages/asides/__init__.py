"""What stands in an article and is not its news: advertising, page furniture, boilerplate, orders to machines."""
