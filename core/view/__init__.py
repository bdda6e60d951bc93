"""Pure presentation: nothing here predicts, measures or asks.

In: records and the words of a language. Out: charts, HTML, pictures, tables, text, JSON.
"""
