"""Gold questions proposed by rules from the sentences of an archive, for people to accept."""
