
package io.github.cnnclassifier.archive;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.FreeHeap;
import io.github.cnnclassifier.storage.WholeFile;

/**
 * The file beside a model from which its training can go on. A line that says
 * what it is; the version of the format; twice a length and a JSON document,
 * the training and the state of its run; all weights and averages as 32-bit
 * floats; a CRC-32 of everything before. Numbers are big-endian. It is believed
 * as little as a model of a stranger: the check sum comes first, then every
 * length is compared with what the file has left before anything is allocated.
 * Described in docs/training.md. Thread-safe.
 */
public final class ResumeFile {

	/** The version that is written, and the newest one that is read. */
	static final int FORMAT_VERSION = 1;

	/** Of the name, instead of that of the model. */
	public static final String ENDING = ".resume";

	private static final byte[] MAGIC = "CNN Classifier, training to resume\n"
		.getBytes(StandardCharsets.US_ASCII);
	private static final int CHECK_SUM = Long.BYTES;
	private static final int LONGEST_JSON = 256 << 20;
	private static final String MODEL_ENDING = "(?i)\\.zip$";

	private ResumeFile() {}

	/**
	 * @param model a model file, which need not exist
	 * @return where its training is kept
	 */
	public static Path of(final Path model) {
		return model.resolveSibling(model.getFileName().toString().replaceFirst(
			MODEL_ENDING, "") + ENDING);
	}

	/**
	 * @param model a model file
	 * @return whether there is such a file, or one that keeps its training
	 */
	public static boolean isTaken(final Path model) {
		return Files.exists(model) || Files.exists(of(model));
	}

	/**
	 * @param named a model file, or the file of its training
	 * @return the model file
	 */
	public static Path modelOf(final Path named) {
		final String name = named.getFileName().toString();
		return name.endsWith(ENDING) ? named.resolveSibling(name.substring(0, name
			.length() - ENDING.length()) + ".zip") : named;
	}

	/**
	 * Replaces the file, whole or not at all.
	 *
	 * @param file where
	 * @param training what to keep
	 * @throws IOException if the disk fails; an existing file is then as it was
	 */
	public static void write(final Path file, final KeptTraining training)
		throws IOException
	{
		WholeFile.write(file, out -> write(out, training));
	}

	private static void write(final OutputStream target,
		final KeptTraining training) throws IOException
	{
		final CheckedOutputStream checked = new CheckedOutputStream(target,
			new CRC32());
		final DataOutputStream out = new DataOutputStream(checked);
		out.write(MAGIC);
		out.writeInt(FORMAT_VERSION);
		for (final byte[] json : new byte[][] { TrainingJson.write(training),
			StateJson.write(training) })
		{
			out.writeInt(json.length);
			out.write(json);
		}
		if (training.run().isPresent()) StateFloats.write(out, training.run().get()
			.state());
		out.writeLong(checked.getChecksum().getValue());
	}

	/**
	 * Before a training replaces it.
	 *
	 * @param file as {@link #of} names it
	 * @throws WrongUsage if it exists and is no such file
	 * @throws IOException if it cannot be read
	 */
	public static void requireWritable(final Path file) throws IOException {
		if (!Files.exists(file)) return;
		if (Files.isRegularFile(file)) {
			try (InputStream in = Files.newInputStream(file)) {
				if (isBegin(in)) return;
			}
		}
		throw new WrongUsage("The training would be kept in '" + file +
			"', which is no training and would be lost. Choose another name for " +
			"model, or move that away.");
	}

	private static boolean isBegin(final InputStream in) throws IOException {
		return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
	}

	/**
	 * @param file as {@link #of} names it
	 * @return what it holds
	 * @throws UserFailure if it cannot be read, is no such file, damaged, or made
	 *           by a newer version
	 */
	public static KeptTraining read(final Path file) {
		try {
			requireWhole(file);
			final long end = Files.size(file) - CHECK_SUM;
			try (InputStream in = new BufferedInputStream(Files.newInputStream(file),
				1 << 16))
			{
				return read(new DataInputStream(in), end);
			}
		}
		catch (final InvalidModel | UserFailure e) {
			// the fields of a JSON think that they are those of a model
			final boolean isField = e.getMessage().startsWith("Its part " +
				ModelZip.DESCRIPTION);
			throw new UserFailure("Cannot resume from '" + file + "'. " + (isField
				? damaged(e) : e).getMessage(), e);
		}
		catch (final IOException e) {
			throw new UserFailure("The file '" + file + "' cannot be read (" + e +
				"). Check its permissions and the disk.", e);
		}
		// whatever bytes of a stranger make of values that refuse them
		catch (final RuntimeException e) {
			throw new UserFailure("Cannot resume from '" + file + "'. " + damaged(e)
				.getMessage(), e);
		}
	}

	private static InvalidModel damaged(final Exception cause) {
		return new InvalidModel("It is damaged or was cut off. Train anew, with " +
			"overwrite=true.", cause);
	}

	/** Reads it once with no more than a buffer. */
	private static void requireWhole(final Path file) throws IOException,
		InvalidModel
	{
		final long size = Files.size(file);
		try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files
			.newInputStream(file))))
		{
			if (!isBegin(in)) throw new InvalidModel(
				"It is no training to resume. Choose the file beside the model, " +
					"which ends with " + ENDING + ".");
			if (size < MAGIC.length + Integer.BYTES + CHECK_SUM) throw damaged(null);
			final CRC32 sum = new CRC32();
			sum.update(MAGIC);
			final byte[] buffer = new byte[1 << 16];
			for (long left = size - MAGIC.length - CHECK_SUM; left > 0;) {
				final int count = in.read(buffer, 0, (int) Math.min(left,
					buffer.length));
				if (count < 0) throw damaged(null);
				sum.update(buffer, 0, count);
				left -= count;
			}
			if (in.readLong() != sum.getValue()) throw damaged(null);
		}
	}

	private static KeptTraining read(final DataInputStream in, final long end)
		throws IOException, InvalidModel
	{
		in.skipNBytes(MAGIC.length);
		final int version = in.readInt();
		if (version < 1 || version > FORMAT_VERSION) throw new InvalidModel(
			"It has format " + version +
				"; this version of CNN Classifier reads up " + "to " + FORMAT_VERSION +
				". Update CNN Classifier.");
		long left = end - MAGIC.length - Integer.BYTES;
		final byte[] head = json(in, left);
		left -= Integer.BYTES + head.length;
		final byte[] state = json(in, left);
		left -= Integer.BYTES + state.length;
		return StateJson.read(TrainingJson.read(head), state, new StateFloats(in,
			left));
	}

	private static byte[] json(final DataInputStream in, final long left)
		throws IOException, InvalidModel
	{
		final int length = in.readInt();
		if (length < 0 || length > LONGEST_JSON || length > left - Integer.BYTES)
			throw damaged(null);
		if (!FreeHeap.has(length)) throw ModelZip.tooLittleMemory();
		final byte[] json = new byte[length];
		in.readFully(json);
		return json;
	}
}
