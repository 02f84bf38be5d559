
package io.github.cnnclassifier.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.awt.Component;
import java.io.File;
import java.util.Arrays;
import java.util.List;

import javax.swing.JComboBox;
import javax.swing.JPanel;
import javax.swing.JTextField;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;
import org.scijava.widget.AbstractInputPanel;
import org.scijava.widget.InputWidget;
import org.scijava.widget.WidgetModel;
import org.scijava.widget.WidgetService;

/** The field of a model in Fiji's dialogs. */
class ModelWidgetTest {

	private Context context;
	private Module module;

	@BeforeEach
	void makeACommandThatReadsAModel() throws ModuleException {
		context = new Context();
		module = context.service(CommandService.class).getCommand(Commands.INFO
			.className()).createModule();
	}

	@AfterEach
	void endSciJava() {
		context.close();
	}

	/** Of Swing, as Fiji's. */
	private static final class Panel extends AbstractInputPanel<JPanel, JPanel> {

		@Override
		public Class<JPanel> getWidgetComponentType() {
			return JPanel.class;
		}

		@Override
		public JPanel getComponent() {
			return new JPanel();
		}

		@Override
		public Class<JPanel> getComponentType() {
			return JPanel.class;
		}
	}

	private InputWidget<?, ?> widget(final String name) {
		final WidgetService widgets = context.service(WidgetService.class);
		final WidgetModel model = widgets.createModel(new Panel(), module, module
			.getInfo().getInput(name), List.of());
		return widgets.create(model);
	}

	private static <C extends Component> C part(final InputWidget<?, ?> widget,
		final Class<C> type)
	{
		return Arrays.stream(((JPanel) widget.getComponent()).getComponents())
			.filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
	}

	@Test
	void theListGivesThePathAndTypedPathsStay() {
		module.setInput("model", new File("/some/model.zip"));
		final InputWidget<?, ?> widget = assertInstanceOf(ModelWidget.class, widget(
			"model"));
		final JTextField field = part(widget, JTextField.class);
		final JComboBox<?> known = part(widget, JComboBox.class);
		assertEquals(new File("/some/model.zip").getPath(), field.getText());
		assertEquals("other model", known.getSelectedItem());
		known.setSelectedItem("digits");
		assertEquals(new File("digits"), module.getInput("model"));
		assertEquals("digits", field.getText());
		field.setText("/typed/model.zip");
		assertEquals(new File("/typed/model.zip"), module.getInput("model"));
		assertEquals("other model", known.getSelectedItem());
	}

	@Test
	void otherFilesHaveTheFieldOfFiji() throws ModuleException {
		module = context.service(CommandService.class).getCommand(Commands.TRAIN
			.className()).createModule();
		assertFalse(widget("model") instanceof ModelWidget);
	}
}
