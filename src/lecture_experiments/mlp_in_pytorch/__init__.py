"""Experiments on the network in PyTorch."""
