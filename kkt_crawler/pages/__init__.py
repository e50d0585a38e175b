"""Article and listing pages: HTML to values."""
