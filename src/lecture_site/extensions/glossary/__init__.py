"""Terms of the glossary, marked where a page uses them first."""
