
package io.github.cnnclassifier.dataset.source;

import java.util.Map;
import java.util.Optional;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.Region;

/**
 * What a list of regions says of where a saved region was.
 *
 * @param slice of the image, 1-based
 * @param frame of the image, 1-based
 * @param cut the rectangle of the image that was saved, margin included
 * @param margin in pixels
 */
public record SavedPlace(int slice, int frame, Region cut, int margin) {

	/** @return empty if a user changed the row so that it does not say */
	static Optional<SavedPlace> of(final Map<String, String> row) {
		try {
			final SavedPlace place = new SavedPlace(number(row, "sourceSlice"),
				number(row, "sourceFrame"), new Region(number(row, "sourceX"), number(
					row, "sourceY"), number(row, "sourceWidth"), number(row,
						"sourceHeight")), number(row, "margin"));
			return place.margin < 0 ? Optional.empty() : Optional.of(place);
		}
		catch (final NumberFormatException | UserFailure e) {
			return Optional.empty();
		}
	}

	/** @throws NumberFormatException also if there is no such column */
	private static int number(final Map<String, String> row,
		final String column)
	{
		return Integer.parseInt(row.getOrDefault(column, ""));
	}
}
