"""HTML: the page of one text, the printed report, the figures of the lesson.

In: records and `word`. Out: `Markup`, in which whatever was received is escaped.
"""
