
package io.github.cnnclassifier.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import io.github.cnnclassifier.failure.UserFailure;

/** Writes, or tries to, in a process of its own. */
final class OtherProgram {

	private OtherProgram() {}

	/**
	 * @return that has every kind of temporary file in the folder, for an output
	 *         {@code theirs.txt}, until it is ended
	 */
	static Process writingIn(final Path folder) throws IOException {
		final Process process = start("write", folder);
		if (process.getInputStream().read() != '!') throw new IOException(
			"It did not start");
		return process;
	}

	/** @return whether another program may write this now */
	static boolean mayWrite(final Path output) throws IOException {
		return start("try", output).getInputStream().read() == 'y';
	}

	private static Process start(final String what, final Path path)
		throws IOException
	{
		return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin",
			"java").toString(), "-cp", System.getProperty("java.class.path"),
			OtherProgram.class.getName(), what, path.toString()).redirectError(
				ProcessBuilder.Redirect.INHERIT).start();
	}

	public static void main(final String[] args) throws Exception {
		final Path path = Path.of(args[1]);
		if (args[0].equals("try")) say(attempt(path) ? 'y' : 'n');
		else write(path);
	}

	private static boolean attempt(final Path output) throws IOException {
		try (OutputClaim claim = OutputClaim.of(output)) {
			return claim.isLocked();
		}
		catch (final UserFailure e) {
			return false;
		}
	}

	private static void write(final Path folder) throws Exception {
		final Path output = folder.resolve("theirs.txt");
		try (OutputClaim claim = OutputClaim.of(output);
				PendingFile pending = PendingFile.open(output);
				ScratchFile scratch = ScratchFile.create(folder, "test-"))
		{
			scratch.append(new byte[100]);
			pending.out().write(new byte[1 << 20]);
			say('!');
			TimeUnit.MINUTES.sleep(1);
		}
	}

	private static void say(final char answer) {
		System.out.print(answer);
		System.out.flush();
	}
}
