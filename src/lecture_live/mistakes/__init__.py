"""The commonest mistakes, each with a sentence that says what is wrong."""
