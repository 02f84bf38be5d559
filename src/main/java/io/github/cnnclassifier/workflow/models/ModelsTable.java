
package io.github.cnnclassifier.workflow.models;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import io.github.cnnclassifier.report.Table;

/** Models as a table for scripts and files. */
public final class ModelsTable {

	private static final List<String> HEADINGS = List.of("name", "classes",
		"accuracy", "side", "images", "trained", "training", "resumable", "file",
		"error");
	private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
		"yyyy-MM-dd HH:mm", Locale.ROOT);

	private ModelsTable() {}

	/**
	 * @param rows in order
	 * @return {@code name,classes,accuracy,side,images,trained,training,resumable,
	 *         file,error}; the classes with "; " between them, the time in UTC;
	 *         what is not known is empty
	 */
	public static Table of(final List<ModelRow> rows) {
		return new Table(HEADINGS, rows.stream().map(ModelsTable::row).toList());
	}

	private static List<Object> row(final ModelRow row) {
		return List.of(row.name(), String.join("; ", row.classes()), row.accuracy()
			.<Object> map(a -> (float) a.share()).orElse(""), row.accuracy().map(
				ModelRow.Accuracy::side).orElse(""), row.accuracy().<Object> map(
					ModelRow.Accuracy::images).orElse(""), row.date().map(
						ModelsTable::date).orElse(""), row.training(), String.valueOf(row
							.resumable()), row.file().toString(), row.problem());
	}

	/**
	 * @param date of any place
	 * @return in UTC, such as 2026-01-31 12:00
	 */
	static String date(final OffsetDateTime date) {
		return DATE.format(date.withOffsetSameInstant(ZoneOffset.UTC));
	}
}
