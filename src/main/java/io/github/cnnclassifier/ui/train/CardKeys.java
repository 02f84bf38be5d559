
package io.github.cnnclassifier.ui.train;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.github.cnnclassifier.dataset.source.CorrectionUse;
import io.github.cnnclassifier.dataset.source.LabelRules;
import io.github.cnnclassifier.dataset.split.GroupingRule;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.workflow.PlaneChoice;
import io.github.cnnclassifier.workflow.train.PreviewTraining;
import io.github.cnnclassifier.workflow.train.TrainingPreview;

/**
 * The keys of a training, as the parts of the card set them. Used on the event
 * thread.
 */
final class CardKeys {

	static final String IMAGES = "images";
	static final String EXCLUDE = "exclude";
	static final String MODEL = "model";
	private static final String GROUPS = "groups";
	private static final String PLANES = "planes";
	private static final String CORRECTIONS = "corrections";
	/** The card has parts of its own for them. */
	private static final List<String> BESIDE_ADVANCED = List.of(IMAGES, EXCLUDE,
		MODEL, TurningPanel.KEY);

	private final SourceBar source;
	private final ClassTableModel classes;
	private final GroupsPanel groups;
	private final TurningPanel turning;
	private final ModelPanel model;
	private final AdvancedPanel advanced;

	CardKeys(final SourceBar source, final ClassTableModel classes,
		final GroupsPanel groups, final TurningPanel turning,
		final ModelPanel model, final AdvancedPanel advanced)
	{
		this.source = source;
		this.classes = classes;
		this.groups = groups;
		this.turning = turning;
		this.model = model;
		this.advanced = advanced;
	}

	/**
	 * @param all keys of a training
	 * @return those that stand under Advanced
	 */
	static List<KeyField> advanced(final List<KeyField> all) {
		return all.stream().filter(field -> !BESIDE_ADVANCED.contains(field.name()))
			.toList();
	}

	/** @return the keys by which images are read, to be compared */
	String readAs() {
		final Map<String, String> keys = advanced.all();
		return keys.get(PLANES) + " " + keys.get(CORRECTIONS);
	}

	/**
	 * @param path of labeled images
	 * @param before an earlier look at them; empty to read all
	 * @return how they are read
	 * @throws UserFailure if a key is impossible
	 */
	PreviewTraining.Request request(final Path path,
		final Optional<TrainingPreview> before)
	{
		final Map<String, String> keys = advanced.all();
		return new PreviewTraining.Request(path, PlaneChoice.parse(keys.get(
			PLANES)), CorrectionUse.parse(keys.get(CORRECTIONS)), before);
	}

	/** @return whether somebody does not agree with guessed groups */
	boolean isSeparate() {
		return groups.isSeparate() && GroupingRule.AUTO.equals(advanced.all().get(
			GROUPS));
	}

	/** @return everything that is set, as it is now */
	Judging judging() {
		return new Judging(besideCard(), values(), classes.left(), model.place());
	}

	/** All keys that are set beside images, classes and model. */
	private Map<String, String> besideCard() {
		final Map<String, String> keys = new LinkedHashMap<>(advanced.all());
		keys.putAll(turning.all());
		if (isSeparate()) keys.put(GROUPS, GroupingRule.NONE);
		return keys;
	}

	/**
	 * @return as the command gets them: what is missing has its default
	 */
	Map<String, String> values() {
		final Map<String, String> values = new LinkedHashMap<>();
		if (!source.text().isEmpty()) values.put(IMAGES, source.text());
		values.put(EXCLUDE, classes.left().stream().map(LabelRules::listed).collect(
			Collectors.joining(",")));
		values.putAll(advanced.changed());
		values.putAll(turning.changed());
		if (isSeparate()) values.put(GROUPS, GroupingRule.NONE);
		try {
			values.put(MODEL, model.place().file().toString());
		}
		catch (final UserFailure e) {
			// a model without a name is told beside the button
			values.remove(MODEL);
		}
		return values;
	}
}
