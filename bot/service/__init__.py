"""What an installation tells whoever runs it: logs, metrics, health."""
