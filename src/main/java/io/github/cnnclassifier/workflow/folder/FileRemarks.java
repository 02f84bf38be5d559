
package io.github.cnnclassifier.workflow.folder;

import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;

import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.progress.Progress;

/**
 * What readers have to say of files that they could read, such as pages that
 * were left out. Thread-safe, as files are read on several threads.
 */
final class FileRemarks {

	/** A folder of such files must not hide all other messages. */
	private static final int MOST_TOLD = 20;

	private final SortedMap<String, List<String>> remarks =
		new ConcurrentSkipListMap<>();

	/**
	 * @param file what the results call the file
	 * @param image one of its planes
	 */
	void add(final String file, final SampleImage image) {
		if (!image.remarks().isEmpty()) remarks.put(file, image.remarks());
	}

	/** @param progress told of the first files, and how many more there are */
	void tell(final Progress progress) {
		remarks.entrySet().stream().limit(MOST_TOLD).forEach(e -> progress.message(
			"'" + e.getKey() + "': " + String.join(" ", e.getValue())));
		if (remarks.size() > MOST_TOLD) progress.message(
			"The same or the like holds for " + (remarks.size() - MOST_TOLD) +
				" more files.");
	}
}
