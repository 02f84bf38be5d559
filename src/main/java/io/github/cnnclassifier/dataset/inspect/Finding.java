
package io.github.cnnclassifier.dataset.inspect;

import java.util.List;

/**
 * Something that a person should know about a data set.
 *
 * @param severity how much it matters
 * @param topic one or two words to sort by, for instance "duplicates"
 * @param text whole sentences: what there is, what it means, what to do; names
 *          a few of the files at most
 * @param files all files that it concerns, as paths relative to the data set in
 *          its order; empty if it concerns the data set as a whole; copied
 */
public record Finding(Severity severity, String topic, String text,
		List<String> files)
{

	/** Copies the files. */
	public Finding {
		files = List.copyOf(files);
	}
}
