"""A broker whose clock is moved from its very start, by Spring's own means.

The management address can move the clock only once the broker leads its partition. Backwards that
is too late: what the broker has set to happen by then waits for a time that is far off. So the
clock is moved while the application is put together: before anything asks it for the time.
"""

from datetime import timedelta
from pathlib import Path
from typing import Any

# `getClockService` is the bean behind /actuator/clock.
BEANS = """<?xml version="1.0" encoding="UTF-8"?>
<beans xmlns="http://www.springframework.org/schema/beans"
       xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
       xsi:schemaLocation="http://www.springframework.org/schema/beans
                           http://www.springframework.org/schema/beans/spring-beans.xsd">
  <bean class="org.springframework.beans.factory.config.MethodInvokingBean">
    <property name="targetObject" value="#{{@getClockService.mutable().get()}}"/>
    <property name="targetMethod" value="addTime"/>
    <property name="arguments">
      <list>
        <bean class="java.time.Duration" factory-method="ofMillis">
          <constructor-arg value="{offset_ms}"/>
        </bean>
      </list>
    </property>
  </bean>
</beans>
"""


def write_clock_start(engine_dir: Path, offset: timedelta) -> dict[str, Any]:
    """What application.yaml must say besides, so that the clock starts moved by `offset`.

    Nothing for a clock that is not moved back: it can be moved forward at any time.
    """
    if offset >= timedelta():
        return {}
    path = engine_dir / "clock.xml"
    path.write_text(BEANS.format(offset_ms=offset // timedelta(milliseconds=1)))
    return {"spring": {"main": {"sources": [f"file:{path}"]}}}
