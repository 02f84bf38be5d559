
package io.github.cnnclassifier.workflow.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.cnnclassifier.archive.ShippedModel;
import io.github.cnnclassifier.workflow.ModelsFolder;

/**
 * The models that a dialog offers. No file is opened for it, so that dialogs
 * open as fast as ever.
 */
public final class KnownModels {

	private final RecentModels recent;
	private final Path folder;

	/**
	 * @param recent the last ones
	 * @param folder of further ones; need not exist
	 */
	public KnownModels(final RecentModels recent, final Path folder) {
		this.recent = recent;
		this.folder = folder;
	}

	/** @return those of the user who runs this program */
	public static KnownModels ofUser() {
		return new KnownModels(RecentModels.ofUser(), ModelsFolder.ofUser());
	}

	/** @return the one that was trained or used last and is still there */
	public Optional<Path> last() {
		return recent.all().stream().filter(KnownModels::exists).findFirst();
	}

	/**
	 * @return files that exist: the last trained or used first, then those of the
	 *         folder, the newest first; the digit classifier behind them if it is
	 *         not among them
	 */
	public List<Path> all() {
		final Set<Path> models = new LinkedHashSet<>();
		recent.all().stream().filter(KnownModels::exists).forEach(models::add);
		models.addAll(inFolder());
		models.add(Path.of(ShippedModel.DIGITS));
		return List.copyOf(models);
	}

	private List<Path> inFolder() {
		if (!Files.isDirectory(folder)) return List.of();
		try {
			final List<Path> files = new ArrayList<>(ModelsFolder.filesOf(folder));
			// once: a training writes its file anew while they are sorted
			final Map<Path, Long> times = new HashMap<>();
			files.forEach(file -> times.put(file, modified(file)));
			files.sort(Comparator.comparing(times::get).reversed());
			return files;
		}
		catch (final IOException | UncheckedIOException e) {
			// the list of models tells why; a dialog works without it
			return List.of();
		}
	}

	/** A file that vanishes meanwhile is the oldest. */
	private static long modified(final Path file) {
		try {
			return Files.getLastModifiedTime(file).toMillis();
		}
		catch (final IOException e) {
			return Long.MIN_VALUE;
		}
	}

	private static boolean exists(final Path model) {
		return ShippedModel.isNamed(model) || Files.isRegularFile(model);
	}
}
