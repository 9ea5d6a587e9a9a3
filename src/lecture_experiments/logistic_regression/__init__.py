"""Experiments on logistic regression."""
