
package io.github.cnnclassifier.benchmark.backbone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.github.cnnclassifier.archive.ModelArchive;
import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.image.ChannelRule;
import io.github.cnnclassifier.image.ChannelStatistics;
import io.github.cnnclassifier.image.Intensity;
import io.github.cnnclassifier.image.IntensityRange;
import io.github.cnnclassifier.image.Normalization;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.image.ResizeRule;
import io.github.cnnclassifier.model.Architecture;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.ClassifierDescription;
import io.github.cnnclassifier.model.DatasetRecord;
import io.github.cnnclassifier.model.SavedClassifier;
import io.github.cnnclassifier.model.Tensor;
import io.github.cnnclassifier.model.TrainingImages;
import io.github.cnnclassifier.model.TrainingRecord;
import io.github.cnnclassifier.model.Weights;
import io.github.cnnclassifier.workflow.Versions;

/**
 * Writes a backbone as a model file of the plugin. Classes that stand for
 * single images are left out of the last layer, since nobody can ask for them.
 */
final class ExportBackbone {

	private ExportBackbone() {}

	/**
	 * @param file the model file to write
	 * @param architecture of the network
	 * @param labels SET/CLASS of each output of the weights
	 * @param weights as trained
	 * @param settings how it was trained, for the model card
	 * @param engine makes the self-test
	 * @throws IOException if it cannot be written
	 */
	static void write(final Path file, final Architecture architecture,
		final List<String> labels, final Weights weights,
		final Map<String, String> settings, final Engine engine)
		throws IOException
	{
		final int[] kept = IntStream.range(0, labels.size()).filter(i -> !labels
			.get(i).startsWith("nuclei/")).toArray();
		final List<String> names = IntStream.of(kept).mapToObj(labels::get).toList();
		Files.deleteIfExists(file);
		ModelArchive.write(file, new SavedClassifier(new ClassifierDescription(
			"backbone", new ClassLabels(names), architecture, preprocessing(),
			PlanePolicy.EACH, TrainingImages.ofBitDepth(8), new TrainingRecord(1,
				new LinkedHashMap<>(settings), 0, List.of(), new DatasetRecord("",
					"Public sets of images, see docs/backbone.md", Map.of(), Map.of()),
				Versions.current(engine.description()), OffsetDateTime.now(
					ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS).toString()), Map
						.of()), head(weights, kept)), engine);
	}

	/** Each set had its own mean and deviation; these are in between. */
	private static Preprocessing preprocessing() {
		return new Preprocessing(Picture.SIDE, Picture.SIDE, 1, ChannelRule.GRAY,
			null, ResizeRule.STRETCH, new Intensity(Normalization.of(
				Normalization.Kind.ZSCORE_DATASET), new IntensityRange(0, 255),
				new ChannelStatistics(List.of(0.5), List.of(0.25))));
	}

	private static Weights head(final Weights weights, final int[] kept) {
		final List<Tensor> tensors = new ArrayList<>(weights.tensors());
		final int last = tensors.size() - 1;
		final Tensor weight = tensors.get(last - 1);
		final Tensor bias = tensors.get(last);
		final int features = weight.shape()[0];
		final int classes = weight.shape()[1];
		final float[] newWeight = new float[features * kept.length];
		final float[] newBias = new float[kept.length];
		for (int k = 0; k < kept.length; k++) {
			newBias[k] = bias.data()[kept[k]];
			for (int f = 0; f < features; f++)
				newWeight[f * kept.length + k] = weight.data()[f * classes + kept[k]];
		}
		tensors.set(last - 1, new Tensor(weight.name(), new int[] { features,
			kept.length }, newWeight));
		tensors.set(last, new Tensor(bias.name(), new int[] { kept.length },
			newBias));
		return new Weights(tensors);
	}
}
