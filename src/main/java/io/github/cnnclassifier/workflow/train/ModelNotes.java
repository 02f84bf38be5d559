
package io.github.cnnclassifier.workflow.train;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.cnnclassifier.model.ClassifierDescription;
import io.github.cnnclassifier.model.TrainingRecord;

/**
 * What a training writes into its model at the end beside what it knows itself,
 * for whoever trains it as the last part of something larger: so that the model
 * is known again by it, whenever the run is killed.
 *
 * @param settings texts by name; copied
 * @param metrics figures by name; copied
 */
public record ModelNotes(Map<String, String> settings,
		Map<String, Double> metrics)
{

	/** Of a training that is an end in itself. */
	public static final ModelNotes NONE = new ModelNotes(Map.of(), Map.of());

	/** Copies the maps. */
	public ModelNotes {
		settings = Map.copyOf(settings);
		metrics = Map.copyOf(metrics);
	}

	/**
	 * @param description of a model
	 * @return the same with these notes
	 */
	public ClassifierDescription addedTo(
		final ClassifierDescription description)
	{
		if (equals(NONE)) return description;
		final TrainingRecord record = description.training();
		final Map<String, String> texts = new LinkedHashMap<>(record.settings());
		texts.putAll(settings);
		final Map<String, Double> figures = new LinkedHashMap<>(description
			.metrics());
		metrics.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(
			figure -> figures.put(figure.getKey(), figure.getValue()));
		return description.with(new TrainingRecord(record.seed(), texts, record
			.epochs(), record.history(), record.dataset(), record.versions(), record
				.date())).with(figures);
	}
}
