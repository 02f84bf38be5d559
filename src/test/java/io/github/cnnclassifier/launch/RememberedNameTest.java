
package io.github.cnnclassifier.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;

/** A shipped model that was chosen in the last dialog. */
class RememberedNameTest {

	@TempDir
	private Path folder;

	private static File remembered(final Path path) throws ModuleException {
		try (Context context = new Context(CommandService.class)) {
			final Module module = context.service(CommandService.class).getCommand(
				Commands.CLASSIFY_IMAGE.className()).createModule();
			module.setInput("model", path.toFile());
			new RememberedNamePreprocessor().process(module);
			return (File) module.getInput("model");
		}
	}

	@Test
	void aFileThatIsNotThereIsTheShippedModelOfThatName() throws ModuleException {
		assertEquals(new File("digits"), remembered(folder.resolve("digits")));
	}

	@Test
	void everyOtherFileStays() throws ModuleException, IOException {
		final Path other = folder.resolve("digits.zip");
		assertEquals(other.toFile(), remembered(other));
		final Path real = Files.createFile(folder.resolve("digits"));
		assertEquals(real.toFile(), remembered(real));
	}
}
