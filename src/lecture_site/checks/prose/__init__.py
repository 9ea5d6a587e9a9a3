"""The English of all texts, held to the rules of the house by textlint."""
