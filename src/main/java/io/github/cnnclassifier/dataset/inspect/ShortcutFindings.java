
package io.github.cnnclassifier.dataset.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.github.cnnclassifier.dataset.split.Grouping;
import io.github.cnnclassifier.dataset.survey.Wording;

/** Whether the class could be told without looking at the object. */
public final class ShortcutFindings {

	private static final String TOPIC = "shortcut";

	private ShortcutFindings() {}

	static List<Finding> of(final InspectedImages data, final Grouping grouping) {
		final List<Finding> findings = new ArrayList<>();
		if (!data.hasClasses()) return findings;
		for (final CueScore score : ShortcutCheck.of(data.surveyed(), grouping)
			.scores())
			if (score.isLarge() && !(score.cue() == Cue.SIZE && isOneSizeAClass(
				data))) findings.add(new Finding(Severity.WARNING, TOPIC, told(score,
					""), List.of()));
		return findings;
	}

	/** That is told already. */
	private static boolean isOneSizeAClass(final InspectedImages data) {
		return data.byClass().values().stream().allMatch(members -> members.stream()
			.map(image -> Wording.size(image.surveyed())).distinct().count() <= 1);
	}

	/**
	 * @param check of the images that a network was judged by
	 * @param network its balanced accuracy on the classes of the check, 0 to 1
	 * @return a warning for each cue that comes near it, whole sentences
	 */
	public static List<String> warnings(final ShortcutCheck check,
		final double network)
	{
		return check.scores().stream().filter(score -> score.isNear(network)).map(
			score -> told(score, ", the network " + percent(network))).toList();
	}

	private static String told(final CueScore score, final String network) {
		return "The " + score.cue().label() + " alone gets " + percent(score
			.balancedAccuracy()) + " of the classes right (guessing " + percent(score
				.guessing()) + network + "). A network can learn that instead of " +
			"what is shown. " + score.cue().advice();
	}

	private static String percent(final double share) {
		return String.format(Locale.ROOT, "%.0f %%", 100 * share);
	}
}
