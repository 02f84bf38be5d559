
package io.github.cnnclassifier.ui.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

import io.github.cnnclassifier.image.ImageReader;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.imagej.reader.ImageJImageReader;
import io.github.cnnclassifier.workflow.train.TrainingPreview;

/** A program around the window of training that does nothing but remember. */
final class FakeHost implements TrainingHost {

	private static final Double NONE = null;

	/** What a training was started with. */
	final List<Map<String, String>> trained = new ArrayList<>();
	/** What the dialog was opened with. */
	final List<Map<String, String>> asked = new ArrayList<>();
	/** Why the dialog is not opened; empty if it is. */
	String refusal = "";
	/** The file of the image in front; null for none. */
	Path front;
	/** Images are read when it is at zero. */
	CountDownLatch read = new CountDownLatch(0);

	private static KeyField choice(final String name, final String label,
		final String... choices)
	{
		return new KeyField(name, label, "What it means.", "Section",
			KeyField.Kind.CHOICE, List.of(choices), KeyField.Place.NONE, choices[0],
			NONE, NONE);
	}

	private static KeyField file(final String name, final String... choices) {
		return new KeyField(name, name, "What it means.", "Section",
			KeyField.Kind.SUGGESTION, List.of(choices), KeyField.Place.FILE,
			choices[0], NONE, NONE);
	}

	static KeyField number(final String name, final KeyField.Kind kind,
		final String initial, final double min)
	{
		return new KeyField(name, name, "What it means.", "Section", kind, List
			.of(), KeyField.Place.NONE, initial, min, NONE);
	}

	@Override
	public ImageReader reader() {
		final ImageReader target = new ImageJImageReader();
		return new ImageReader() {

			@Override
			public SampleImage read(final Path file) throws java.io.IOException {
				try {
					read.await();
				}
				catch (final InterruptedException e) {
					Thread.currentThread().interrupt();
				}
				return target.read(file);
			}

			@Override
			public boolean looksLikeImage(final Path file) {
				return target.looksLikeImage(file);
			}
		};
	}

	@Override
	public List<KeyField> fields() {
		return List.of(choice("planes", "Planes", "each", "middle"), choice(
			"corrections", "Corrections", "use", "ignore"), choice("groups", "Groups",
				"auto", "none"), number("epochs", KeyField.Kind.WHOLE, "10", 0), number(
					"learningRate", KeyField.Kind.DECIMAL, "0.001", 0), number("seed",
						KeyField.Kind.WHOLE, "1", 0), new KeyField("allowLeak",
							"Divide groups where there is no other way", "What it means.",
							"Section", KeyField.Kind.CHECK, List.of(), KeyField.Place.NONE,
							"false", NONE, NONE), file("start", "auto",
								"/home/somebody/CNN models/" + "long name ".repeat(20) +
									".zip"), file("network", "six-conv", "tiny"), choice(
										"augmentation", "May images be turned and mirrored?",
										"auto", "none", "light", "mirror", "microscopy", "strong"));
	}

	@Override
	public Optional<Path> lastImages() {
		return Optional.empty();
	}

	@Override
	public Optional<FrontImage> frontImage() {
		return Optional.ofNullable(front).map(OnDisk::new);
	}

	private record OnDisk(Path path) implements FrontImage {

		@Override
		public String title() {
			return path.getFileName().toString();
		}

		@Override
		public int planes() {
			return 1;
		}

		@Override
		public Optional<Path> file() {
			return Optional.of(path);
		}

		@Override
		public String difference() {
			return "";
		}

		@Override
		public Path proposed() {
			return path;
		}

		@Override
		public void save(final Path file) {
			throw new IllegalStateException("It is on the disk already");
		}

		@Override
		public void label() {
			throw new IllegalStateException("It has one plane");
		}
	}

	@Override
	public Optional<String> objection(final Map<String, String> values) {
		return values.getOrDefault("epochs", "10").matches("[0-9]+") ? Optional
			.empty() : Optional.of("Expected 'Epochs' to be a whole number from 0, " +
				"got '" + values.get("epochs") + "'.");
	}

	@Override
	public String inLabels(final String message) {
		return message;
	}

	@Override
	public void train(final Map<String, String> values,
		final TrainingCards cards)
	{
		trained.add(values);
	}

	@Override
	public Optional<String> openDialog(final Map<String, String> values) {
		asked.add(values);
		return refusal.isEmpty() ? Optional.empty() : Optional.of(refusal);
	}

	@Override
	public void open(final TrainingPreview preview, final int position) {
		// nobody sees it
	}
}
