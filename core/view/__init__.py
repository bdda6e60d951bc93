"""Pure presentation: charts, tables, segments, exports. Nothing here predicts or asks."""
