
package io.github.cnnclassifier.dataset.inspect;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.github.cnnclassifier.dataset.survey.Wording;
import io.github.cnnclassifier.image.PixelSize;

/** Whether the images have one pixel size. */
final class PixelSizeFindings {

	private static final double TOLERANCE = 1.05;
	private static final Set<String> MICRONS = Set.of("micron", "microns", "um",
		"\u00b5m", "\u03bcm", "micrometer", "micrometre");

	private PixelSizeFindings() {}

	static List<Finding> of(final InspectedImages data) {
		if (data.images().isEmpty()) return List.of();
		final List<PixelSize> all = data.images().stream().map(image -> image
			.surveyed().pixelSize()).toList();
		final List<PixelSize> known = all.stream().filter(Objects::nonNull)
			.toList();
		if (known.isEmpty()) return finding(Severity.NOTE,
			"No image tells its pixel size.");
		final PixelSize first = known.get(0);
		if (!known.stream().allMatch(size -> near(first, size))) {
			final Map<String, Long> counts = all.stream().collect(Collectors
				.groupingBy(PixelSizeFindings::text, TreeMap::new, Collectors
					.counting()));
			return finding(Severity.WARNING, "The pixel size differs: " + Wording
				.counts(counts, "") + ". The same thing then has another size in " +
				"pixels. pixelSize=match resamples all to one pixel size.");
		}
		final String same = "The pixel size is " + text(first) + ".";
		return known.size() == all.size() ? finding(Severity.NOTE, same) : finding(
			Severity.WARNING, same + " " + Wording.images(all.size() - known.size()) +
				" of " + all.size() + " do not tell theirs; see that it is the same.");
	}

	private static List<Finding> finding(final Severity severity,
		final String text)
	{
		return List.of(new Finding(severity, "pixel size", text, List.of()));
	}

	private static boolean near(final PixelSize a, final PixelSize b) {
		return unit(a).equals(unit(b)) && ratio(a.width(), b
			.width()) <= TOLERANCE && ratio(a.height(), b.height()) <= TOLERANCE;
	}

	private static double ratio(final double a, final double b) {
		return Math.max(a, b) / Math.min(a, b);
	}

	/** @return for instance "0.5 x 0.5 micron"; "unknown" for null */
	static String text(final PixelSize size) {
		return size == null ? "unknown" : Wording.number(size.width()) + " x " +
			Wording.number(size.height()) + " " + unit(size);
	}

	/** Programs write the same unit in several ways. */
	private static String unit(final PixelSize size) {
		return MICRONS.contains(size.unit()) ? "micron" : size.unit();
	}
}
