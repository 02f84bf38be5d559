
package io.github.cnnclassifier.workflow.label;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.cnnclassifier.dataset.source.RegionList;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.ImageWriter;
import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.storage.OutputClaim;
import io.github.cnnclassifier.storage.Outputs;
import io.github.cnnclassifier.storage.WholeFile;
import io.github.cnnclassifier.workflow.FoldersOfClasses;

/**
 * Copies crops into folders of their classes, beside a list like that of saved
 * regions, by which training knows which ones belong together. One export is
 * one call.
 */
final class ExportCrops {

	private static final List<String> COLUMNS = List.of("path", "class", "group",
		"source");

	/** A crop that will be copied. */
	private record Chosen(int crop, String label, boolean confirmed) {
	}

	private final LabelSession session;
	private final CropImages images;
	private final ImageWriter writer;
	private final Progress progress;
	private final Map<String, Integer> confirmed = new LinkedHashMap<>();
	private final Map<String, Integer> predicted = new LinkedHashMap<>();
	private final Map<String, String> problems = new LinkedHashMap<>();

	ExportCrops(final LabelSession session, final CropImages images,
		final ImageWriter writer, final Progress progress)
	{
		this.session = session;
		this.images = images;
		this.writer = writer;
		this.progress = progress;
	}

	LabelSession.ExportedCrops run(final Path folder,
		final Optional<Double> leastProbability) throws IOException
	{
		leastProbability.filter(p -> !(p >= 0 && p <= 1)).ifPresent(p -> {
			throw new WrongUsage("Expected a probability from 0 to 1, found " + p +
				".");
		});
		Outputs.requireWritableFolder(folder);
		final List<Chosen> chosen = chosen(leastProbability);
		if (chosen.stream().noneMatch(Chosen::confirmed)) throw new UserFailure(
			"Expected crops with a label, found none. Label some first.");
		final FoldersOfClasses folders = new FoldersOfClasses(List.of());
		// before the first is copied
		chosen.forEach(one -> folders.of(one.label()));
		try (OutputClaim claim = OutputClaim.of(folder.resolve(RegionList.NAME))) {
			requireEmpty(folder);
			copy(folder, chosen, folders);
		}
		return new LabelSession.ExportedCrops(confirmed, predicted, problems);
	}

	private List<Chosen> chosen(final Optional<Double> leastProbability) {
		for (final LabelClass known : session.classes()) {
			confirmed.put(known.label(), 0);
			predicted.put(known.label(), 0);
		}
		final List<Chosen> chosen = new ArrayList<>();
		for (int i = 0; i < session.size(); i++) {
			final CropState state = session.state(i);
			if (state.confirmed().isPresent()) chosen.add(new Chosen(i, state
				.confirmed().get(), true));
			else if (leastProbability.isPresent() && state.predicted().isPresent() &&
				state.probability() >= leastProbability.get()) chosen.add(new Chosen(i,
					state.predicted().get(), false));
		}
		return chosen;
	}

	/** But for files that systems and claims hide there. */
	private static void requireEmpty(final Path folder) throws IOException {
		try (Stream<Path> entries = Files.list(folder)) {
			if (entries.anyMatch(entry -> !entry.getFileName().toString().startsWith(
				"."))) throw new UserFailure("Expected a new or empty folder, but '" +
					folder + "' has files. Choose another one.");
		}
	}

	private void copy(final Path folder, final List<Chosen> chosen,
		final FoldersOfClasses folders) throws IOException
	{
		final StringBuilder list = new StringBuilder(LabelTable.header(COLUMNS));
		try {
			for (int i = 0; i < chosen.size(); i++) {
				progress.checkCanceled();
				copy(folder, chosen.get(i), folders, list);
				progress.update((i + 1.0) / chosen.size(), "Copied " + (i + 1) +
					" of " + chosen.size() + " crops");
			}
		}
		finally {
			// of what was copied until somebody stopped
			WholeFile.write(folder.resolve(RegionList.NAME), out -> out.write(list
				.toString().getBytes(StandardCharsets.UTF_8)));
		}
	}

	private void copy(final Path folder, final Chosen one,
		final FoldersOfClasses folders, final StringBuilder list) throws IOException
	{
		final Crop crop = session.crop(one.crop());
		final ItemOutcome<SampleImage> pixels = ItemOutcome.of(() -> images.read(one
			.crop()));
		if (pixels.isFailed()) {
			problems.put(crop.name(), pixels.reason());
			return;
		}
		final String path = folders.of(one.label()) + "/" + CropCopies.name(crop,
			writer.extension());
		writer.write(pixels.result(), folder.resolve(path));
		final String group = crop.group() == null ? "" : crop.group();
		list.append(LabelTable.line(COLUMNS, Map.of("path", path, "class", one
			.label(), "group", group, "source", crop.name())));
		(one.confirmed() ? confirmed : predicted).merge(one.label(), 1,
			Integer::sum);
	}
}
