"""What is taught: the model, the reader of its files, the finder and the cache."""
