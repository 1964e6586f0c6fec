"""From the words of a source to the speaker: named, described, announced or hidden."""
