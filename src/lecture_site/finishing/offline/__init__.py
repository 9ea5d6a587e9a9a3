"""The site without a network: a worker and a copy to download."""
