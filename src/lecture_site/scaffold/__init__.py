"""New pages, figures, labs, decks and lectures."""
