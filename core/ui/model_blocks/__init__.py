"""What stands under the tabs of the page モデル: one section per file."""
