
package io.github.cnnclassifier.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.cnnclassifier.archive.ModelArchive;
import io.github.cnnclassifier.engine.RandomWeights;
import io.github.cnnclassifier.engine.ReferenceEngine;
import io.github.cnnclassifier.image.ChannelRule;
import io.github.cnnclassifier.image.IntensityRange;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.model.Architecture;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.ClassifierDescription;
import io.github.cnnclassifier.model.Cloud;
import io.github.cnnclassifier.model.DatasetRecord;
import io.github.cnnclassifier.model.LayerSpec.Conv;
import io.github.cnnclassifier.model.LayerSpec.Dense;
import io.github.cnnclassifier.model.LayerSpec.GlobalAveragePool;
import io.github.cnnclassifier.model.LayerSpec.Relu;
import io.github.cnnclassifier.model.PictureStatistics;
import io.github.cnnclassifier.model.SavedClassifier;
import io.github.cnnclassifier.model.TrainingImages;
import io.github.cnnclassifier.model.TrainingRecord;
import io.github.cnnclassifier.model.UnlikeScore;

/**
 * A model for gray images of 16 x 16 pixels and 8 bits whose training images
 * were dark: of an even image of value v the score is |v / 255 - 0.25| / 0.25,
 * so that from 128 on it is unlike them.
 */
final class PlantedModel {

	private static final int FILTERS = 4;
	private static final float NEVER = 1e6f;

	private PlantedModel() {}

	/** @return the file, which is written */
	static Path write(final Path file, final String... classes)
		throws IOException
	{
		final ClassifierDescription description = new ClassifierDescription(
			"planted", new ClassLabels(List.of(classes)), new Architecture("small",
				List.of(new Conv(FILTERS, 3, 1, 1, true), new Relu(),
					new GlobalAveragePool(), new Dense(0))), new Preprocessing(16, 16, 1,
						ChannelRule.GRAY, new IntensityRange(0, 255)), null, TrainingImages
							.ofBitDepth(8), new TrainingRecord(1, Map.of(), 1, List.of(),
								new DatasetRecord("00ff", "none", Map.of(), Map.of()), Map.of(),
								"2026-01-31T12:34:56Z"), Map.of());
		final float[] mean = new float[PictureStatistics.PER_CHANNEL];
		mean[0] = 1;
		final float[] first = new float[FILTERS];
		first[0] = 1;
		final UnlikeScore score = new UnlikeScore(new Cloud(new float[FILTERS],
			first, new float[] { 0 }), new Cloud(new float[mean.length], mean,
				new float[] { 0.25f }), NEVER, NEVER, 0.25f);
		ModelArchive.write(file, new SavedClassifier(description, RandomWeights.of(
			description.networkSpec(), 3), Optional.of(score)),
			new ReferenceEngine());
		return file;
	}
}
