
package io.github.cnnclassifier.report;

import java.util.List;
import java.util.stream.Stream;

/**
 * What an evaluation shows beside its figures: sentences, tables and pictures,
 * each of the latter also a file of its own.
 *
 * @param place where it stands, once in a report
 * @param notes plain sentences above the rest; copied
 * @param pictures below them; copied
 * @param tables below these; copied
 */
public record ReportPart(ReportPlace place, List<String> notes,
		List<FilePicture> pictures, List<FileTable> tables)
{

	/**
	 * A table that is a file as well.
	 *
	 * @param file its name
	 * @param table what is in it
	 * @param isShown whether the page shows it
	 */
	public record FileTable(String file, Table table, boolean isShown) {
	}

	/**
	 * A picture that is a file as well.
	 *
	 * @param file its name
	 * @param alternative what it shows, in words
	 * @param png the picture, 1440 pixels wide or less; not copied
	 */
	public record FilePicture(String file, String alternative, byte[] png) {
	}

	/**
	 * Copies the lists.
	 *
	 * @throws IllegalArgumentException if a file has a name that its place does
	 *           not know
	 */
	public ReportPart {
		notes = List.copyOf(notes);
		pictures = List.copyOf(pictures);
		tables = List.copyOf(tables);
		Stream.concat(pictures.stream().map(FilePicture::file), tables.stream().map(
			FileTable::file)).filter(file -> !place.files().contains(file))
			.findFirst().ifPresent(file -> {
				throw new IllegalArgumentException("Expected one of " + place.files() +
					" at " + place + ", got " + file);
			});
	}
}
