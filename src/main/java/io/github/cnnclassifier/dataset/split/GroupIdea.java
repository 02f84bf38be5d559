
package io.github.cnnclassifier.dataset.split;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.cnnclassifier.dataset.source.Sample;

/**
 * What names of images may tell of their groups. Each idea has a word, by which
 * a user asks for it and a model remembers it: the words are permanent.
 *
 * @param word for the rule
 * @param what in words
 * @param example a name from which it finds the group
 * @param names finds the group; null if a name does not tell one
 * @param evidence what makes it more than an accident
 */
record GroupIdea(String word, String what, String example,
		Function<Sample, String> names, Evidence evidence)
{

	/** How sure it is that images of one group are alike. */
	enum Evidence {

			/**
			 * They share pixels or scenery, so that too few groups are no reason to
			 * let go.
			 */
			CERTAIN,

			/** A word or a place says so. */
			WORD,

			/**
			 * Only that there are several stems with several numbers each: one stem
			 * for a whole class is plain numbering.
			 */
			NUMBERING,

			/** Names of copies, beside names of what they are copies of. */
			COPIES
	}

	private static final String STEM = "stem";

	/** A number set apart, and the slice and frame that Save ROIs puts behind. */
	private static final String NUMBER =
		"(?:[_ .-]+[0-9]+|[_ -]*\\([0-9]+\\))(?:_[zt][0-9]+)*";

	/** A telephone numbers its pictures by day and time. */
	private static final String NO_CAMERA = "(?!(?:IMG|PXL)_20[0-9]{2})";

	/** Coarse groups come first, as an animal holds its slides. */
	static final List<GroupIdea> ALL = List.of(word("animal", "animal or patient",
		"mouse3_12.png",
		"patient|subject|donor|case|mouse|rat|rabbit|animal|fish|embryo"), word(
			"slide", "slide", "slide_2_7.png", "slide|specimen|section"),
		new GroupIdea(GroupingRule.FOLDER, "folder", "mitotic/day1/7.png",
			ParentFolder::below, Evidence.WORD), pattern("well", "well",
				"plate1_B02_7.png",
				"(?:^|[/_. -])([A-P](?:0[1-9]|1[0-9]|2[0-4]))(?=[/_. -])",
				Evidence.WORD), pattern("field", "field of view", "day1_f03_7.png",
					"(?i)([^/]*?(?:field|fov|site|position|pos|scene|[_-][fs])[_ -]?[0-9]+)(?=[^0-9/][^/]*$)",
					Evidence.WORD), pattern("parent", "parent image",
						"parent_x12_y30.png",
						"(?i)([^/]+?)(?:[_-]+[tz][0-9]+)*[_-]+(?:x[0-9]+[_-]*y[0-9]+|(?:tile|patch|crop|roi)[_-]?[0-9]+)[^/]*$",
						Evidence.CERTAIN), pattern(STEM,
							"parent image (the name without the number at its end)",
							"parent_0007.tif", "(?:^|/)" + NO_CAMERA + "([^/]+?)" + NUMBER +
								"(?:[.][^/.]*)?$", Evidence.NUMBERING), pattern("series",
									"series", "cell_t001.tif",
									"(?i)([^/]+?)[_-]+(?:t|time|frame|z|slice)[_-]?[0-9]+(?:[.][^/]*)?$",
									Evidence.WORD), new GroupIdea("copy",
										"original image (as altered copies are called)",
										"cell7_rot90.png", GroupIdea::original, Evidence.COPIES));

	private static String original(final Sample sample) {
		return AlteredName.original(sample.name()).replaceFirst("[.][^/.]*$", "");
	}

	/** @return the idea of that word; empty if there is none */
	static Optional<GroupIdea> named(final String word) {
		return ALL.stream().filter(idea -> idea.word.equals(word)).findFirst();
	}

	/** A word for something and its number, such as mouse3 or slide_12. */
	private static GroupIdea word(final String word, final String what,
		final String example, final String words)
	{
		return pattern(word, what, example, "(?i)(?:^|[/_. -])((?:" + words +
			")[_ -]?[0-9]+)(?![0-9])", Evidence.WORD);
	}

	private static GroupIdea pattern(final String word, final String what,
		final String example, final String regex, final Evidence evidence)
	{
		final Pattern pattern = Pattern.compile(regex);
		return new GroupIdea(word, what, example, sample -> {
			final Matcher matcher = pattern.matcher(AlteredName.original(sample
				.name()));
			return matcher.find() ? matcher.group(1) : null;
		}, evidence);
	}
}
