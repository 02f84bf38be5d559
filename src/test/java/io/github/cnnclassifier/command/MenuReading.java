
package io.github.cnnclassifier.command;

import java.util.ArrayList;
import java.util.List;

import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleException;

/**
 * Does with the commands what a host does to show its menus and a dialog; a
 * program of its own, so that others can watch which classes it loads.
 */
final class MenuReading {

	private MenuReading() {}

	public static void main(final String[] args) throws ModuleException {
		final List<String> labels = new ArrayList<>();
		try (Context context = new Context(CommandService.class)) {
			for (final CommandInfo command : context.service(CommandService.class)
				.getCommands())
			{
				if (!command.getClassName().startsWith("io.github.cnnclassifier"))
					continue;
				command.inputs().forEach(input -> labels.add(input.getLabel()));
				labels.add(command.createModule().getInfo().getMenuPath().toString());
			}
		}
		System.out.println(labels);
	}
}
