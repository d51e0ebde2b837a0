"""Retrieved passages to an answer: pick sentences, judge how sure they are, frame them or refuse."""
