"""Every word for people, in Japanese and in English.

In: a key, a language, and what fills the blanks of the sentence. Out: the sentence. Begin in
`lookup`; the words stand in one module a page, in `shared` and in `methods`.
"""
