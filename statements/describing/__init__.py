"""What machines read of the archive's pages: descriptions, schema.org, W3C annotations, links to words."""
