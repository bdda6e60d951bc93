"""What stands under the tabs of the page 分析: one panel per file."""
