
package io.github.cnnclassifier.workflow.models;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.prefs.Preferences;

import io.github.cnnclassifier.archive.ShippedModel;

/**
 * The models that somebody trained or used last, remembered from session to
 * session beside what dialogs remember. For a trained one it is remembered,
 * too, where its images were: the file itself never tells.
 * <p>
 * Thread-safe within a process; of two that write at once, the last one counts.
 */
public final class RecentModels {

	/** More are not looked through. */
	static final int MOST = 30;

	private static final String NODE = "io/github/cnnclassifier/models";
	private static final String MODEL = "model.";
	private static final String IMAGES = "images.";

	private final Supplier<Preferences> store;

	/** A model and where its images were; empty if that is not known. */
	private record Entry(Path model, String images) {
	}

	/** @param store where they are remembered, asked at each use */
	RecentModels(final Supplier<Preferences> store) {
		this.store = store;
	}

	/** @return those of the user who runs this program */
	public static RecentModels ofUser() {
		return new RecentModels(() -> Preferences.userRoot().node(NODE));
	}

	/** @return files, and names of shipped models; the last one first */
	public List<Path> all() {
		return entries().stream().map(Entry::model).toList();
	}

	/**
	 * @param model a file, or the name of a shipped model
	 * @return where the images were that it was trained with; empty if that is
	 *         not known
	 */
	public Optional<Path> imagesOf(final Path model) {
		final Path full = full(model);
		return entries().stream().filter(e -> e.model().equals(full) && !e.images()
			.isEmpty()).findFirst().map(e -> Path.of(e.images()));
	}

	/** @param model a file, or the name of a shipped model: now the last one */
	public void used(final Path model) {
		put(model, imagesOf(model).map(Path::toString).orElse(""));
	}

	/**
	 * @param model a file that was written: now the last one
	 * @param images what it was trained with
	 */
	public void trained(final Path model, final Path images) {
		put(model, full(images).toString());
	}

	/**
	 * @param model a file that has another name now
	 * @param now where it is
	 */
	public synchronized void renamed(final Path model, final Path now) {
		final Path full = full(model);
		write(entries().stream().map(e -> e.model().equals(full) ? new Entry(full(
			now), e.images()) : e).toList());
	}

	/** @param model that is to be forgotten */
	public synchronized void forget(final Path model) {
		final Path full = full(model);
		write(entries().stream().filter(e -> !e.model().equals(full)).toList());
	}

	private synchronized void put(final Path model, final String images) {
		final Path full = full(model);
		final List<Entry> entries = new ArrayList<>();
		entries.add(new Entry(full, images));
		entries().stream().filter(e -> !e.model().equals(full)).forEach(
			entries::add);
		write(entries);
	}

	private synchronized List<Entry> entries() {
		final Preferences node = store.get();
		final List<Entry> entries = new ArrayList<>();
		for (int i = 0; i < MOST; i++) {
			final String model = node.get(MODEL + i, "");
			if (model.isEmpty()) break;
			try {
				entries.add(new Entry(Path.of(model), node.get(IMAGES + i, "")));
			}
			catch (final InvalidPathException e) {
				// of another system; nobody can open it here
				continue;
			}
		}
		return entries;
	}

	private void write(final List<Entry> entries) {
		final Preferences node = store.get();
		for (int i = 0; i < MOST; i++) {
			set(node, MODEL + i, i < entries.size() ? entries.get(i).model()
				.toString() : "");
			set(node, IMAGES + i, i < entries.size() ? entries.get(i).images() : "");
		}
	}

	private static void set(final Preferences node, final String key,
		final String value)
	{
		// what is longer than the store allows is not remembered
		if (value.isEmpty() || value.length() > Preferences.MAX_VALUE_LENGTH) node
			.remove(key);
		else node.put(key, value);
	}

	private static Path full(final Path path) {
		return ShippedModel.isNamed(path) ? path : path.toAbsolutePath()
			.normalize();
	}
}
