"""Questions and answers by rules from permissive text: training data of the reader, made without any model."""
