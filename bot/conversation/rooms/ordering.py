"""From a brief to an order: commands, forms, drafts, and orders for more of the same."""
