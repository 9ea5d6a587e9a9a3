"""How the site looks from elsewhere: cards, feed, addresses."""
