"""The blocks, loaders and words that pages share."""
