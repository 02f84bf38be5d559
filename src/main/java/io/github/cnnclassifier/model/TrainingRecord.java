
package io.github.cnnclassifier.model;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import io.github.cnnclassifier.training.EpochRecord;

/**
 * How a classifier came about: enough to repeat the run with the same images.
 *
 * @param seed root of the seed tree of the run
 * @param settings as they were used, by name, for instance batchSize; copied,
 *          order kept
 * @param epochs how many were run, 0 or more
 * @param history one entry per epoch; copied
 * @param dataset what it learned from
 * @param versions of the software by name, for instance CNN Classifier, Java;
 *          copied, order kept
 * @param date of the end of the training, ISO 8601 with offset, for instance
 *          2026-01-31T12:00:00Z
 */
public record TrainingRecord(long seed, Map<String, String> settings,
		int epochs, List<EpochRecord> history, DatasetRecord dataset,
		Map<String, String> versions, String date)
{

	/**
	 * Copies maps and list.
	 *
	 * @throws java.time.format.DateTimeParseException if the date is not as
	 *           promised
	 */
	public TrainingRecord {
		OffsetDateTime.parse(date);
		settings = Ordered.view(Ordered.copy(settings));
		history = List.copyOf(history);
		versions = Ordered.view(Ordered.copy(versions));
	}
}
